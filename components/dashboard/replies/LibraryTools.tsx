import { t } from '../../../lib/browser/i18n.ts';
import { writeTemplates, type TemplateFormat } from '../../../lib/files/template-file.ts';
import type { OwnTemplate } from '../../../lib/model/own-template.ts';
import { tiers } from '../../../lib/rules/tiers.ts';
import { useLibrary } from '../../reply/library-context.ts';
import { Button } from '../../ui/Button.tsx';
import { saveFile } from '../save-file.ts';
import styles from './ReplyLibrary.module.css';

interface Props {
  own: readonly OwnTemplate[];
  onNew: () => void;
  onImport: () => void;
}

/** What may be done with the library as a whole. */
export function LibraryTools({ own, onNew, onImport }: Props) {
  const { scenes } = useLibrary();
  const hand = (format: TemplateFormat) =>
    saveFile(`liuke-replies.${format}`, writeTemplates(own, format, { scenes, tiers }));
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
