import { t } from '../../../lib/browser/i18n.ts';
import { writeTemplates, type TemplateFormat } from '../../../lib/files/template-file.ts';
import type { OwnTemplate } from '../../../lib/model/own-template.ts';
import { useLibrary } from '../../reply/library-context.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './ReplyLibrary.module.css';

interface Props {
  own: readonly OwnTemplate[];
  onNew: () => void;
  onImport: () => void;
}

/** What may be done with the library as a whole. */
export function LibraryTools({ own, onNew, onImport }: Props) {
  const { scenes } = useLibrary();
  const hand = (format: TemplateFormat) => handOver(`liuke-replies.${format}`, writeTemplates(own, format, scenes));
  return (
    <div className={styles.tools}>
      <Button look="primary" onClick={onNew}>
        {t('libNew')}
      </Button>
      <Button onClick={onImport}>{t('libImport')}</Button>
      <Button disabled={own.length === 0} onClick={() => hand('csv')}>
        {t('libExportCsv')}
      </Button>
      <Button disabled={own.length === 0} onClick={() => hand('json')}>
        {t('libExportJson')}
      </Button>
    </div>
  );
}

/** As a download: it goes to this machine's disk and nowhere else. */
function handOver(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text]));
  link.download = name;
  link.click();
  // The download has its own hold on the text by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
