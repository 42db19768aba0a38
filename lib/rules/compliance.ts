/** The shipped compliance rules and the vocabulary that they are written in. */
import { compliancePackSchema, type CompliancePack } from '../compliance/compliance-pack.ts';
import { checked } from './checked.ts';
import concepts from './compliance/concepts.json' with { type: 'json' };
import sense from './compliance/sense-weights.json' with { type: 'json' };
import sounds from './compliance/sounds.json' with { type: 'json' };
import vocabulary from './compliance/vocabulary.json' with { type: 'json' };
import adv00 from './compliance/adv-00.json' with { type: 'json' };
import adv01 from './compliance/adv-01.json' with { type: 'json' };
import adv02 from './compliance/adv-02.json' with { type: 'json' };
import adv03 from './compliance/adv-03.json' with { type: 'json' };
import adv04 from './compliance/adv-04.json' with { type: 'json' };
import adv05 from './compliance/adv-05.json' with { type: 'json' };
import att00 from './compliance/att-00.json' with { type: 'json' };
import att01 from './compliance/att-01.json' with { type: 'json' };
import att02 from './compliance/att-02.json' with { type: 'json' };
import att03 from './compliance/att-03.json' with { type: 'json' };
import att04 from './compliance/att-04.json' with { type: 'json' };
import div00 from './compliance/div-00.json' with { type: 'json' };
import div01 from './compliance/div-01.json' with { type: 'json' };
import div02 from './compliance/div-02.json' with { type: 'json' };
import div03 from './compliance/div-03.json' with { type: 'json' };
import div04 from './compliance/div-04.json' with { type: 'json' };
import div05 from './compliance/div-05.json' with { type: 'json' };
import div06 from './compliance/div-06.json' with { type: 'json' };
import div07 from './compliance/div-07.json' with { type: 'json' };
import div08 from './compliance/div-08.json' with { type: 'json' };
import inv01 from './compliance/inv-01.json' with { type: 'json' };
import med00 from './compliance/med-00.json' with { type: 'json' };
import med01 from './compliance/med-01.json' with { type: 'json' };
import med02 from './compliance/med-02.json' with { type: 'json' };
import med03 from './compliance/med-03.json' with { type: 'json' };
import med04 from './compliance/med-04.json' with { type: 'json' };
import med05 from './compliance/med-05.json' with { type: 'json' };
import mkt00 from './compliance/mkt-00.json' with { type: 'json' };
import mkt01 from './compliance/mkt-01.json' with { type: 'json' };
import mkt02 from './compliance/mkt-02.json' with { type: 'json' };
import mkt03 from './compliance/mkt-03.json' with { type: 'json' };
import mkt04 from './compliance/mkt-04.json' with { type: 'json' };
import mkt05 from './compliance/mkt-05.json' with { type: 'json' };
import mkt06 from './compliance/mkt-06.json' with { type: 'json' };
import pay00 from './compliance/pay-00.json' with { type: 'json' };
import pay01 from './compliance/pay-01.json' with { type: 'json' };
import pay02 from './compliance/pay-02.json' with { type: 'json' };
import pay03 from './compliance/pay-03.json' with { type: 'json' };
import pay04 from './compliance/pay-04.json' with { type: 'json' };
import pii00 from './compliance/pii-00.json' with { type: 'json' };
import pii01 from './compliance/pii-01.json' with { type: 'json' };
import pii02 from './compliance/pii-02.json' with { type: 'json' };
import pii03 from './compliance/pii-03.json' with { type: 'json' };
import pii04 from './compliance/pii-04.json' with { type: 'json' };
import pii05 from './compliance/pii-05.json' with { type: 'json' };
import pii06 from './compliance/pii-06.json' with { type: 'json' };
import prc00 from './compliance/prc-00.json' with { type: 'json' };
import prc01 from './compliance/prc-01.json' with { type: 'json' };
import prc02 from './compliance/prc-02.json' with { type: 'json' };
import prc03 from './compliance/prc-03.json' with { type: 'json' };
import prc04 from './compliance/prc-04.json' with { type: 'json' };
import prc05 from './compliance/prc-05.json' with { type: 'json' };
import prc06 from './compliance/prc-06.json' with { type: 'json' };
import prc07 from './compliance/prc-07.json' with { type: 'json' };
import pro00 from './compliance/pro-00.json' with { type: 'json' };
import pro01 from './compliance/pro-01.json' with { type: 'json' };
import pro02 from './compliance/pro-02.json' with { type: 'json' };
import pro03 from './compliance/pro-03.json' with { type: 'json' };
import pro04 from './compliance/pro-04.json' with { type: 'json' };
import pro05 from './compliance/pro-05.json' with { type: 'json' };
import rev00 from './compliance/rev-00.json' with { type: 'json' };
import rev01 from './compliance/rev-01.json' with { type: 'json' };
import rev02 from './compliance/rev-02.json' with { type: 'json' };
import rev03 from './compliance/rev-03.json' with { type: 'json' };
import rev04 from './compliance/rev-04.json' with { type: 'json' };
import rev05 from './compliance/rev-05.json' with { type: 'json' };
import rev06 from './compliance/rev-06.json' with { type: 'json' };
import rgt00 from './compliance/rgt-00.json' with { type: 'json' };
import rgt01 from './compliance/rgt-01.json' with { type: 'json' };
import rgt02 from './compliance/rgt-02.json' with { type: 'json' };
import rgt03 from './compliance/rgt-03.json' with { type: 'json' };
import rgt04 from './compliance/rgt-04.json' with { type: 'json' };
import rgt05 from './compliance/rgt-05.json' with { type: 'json' };
import rgt06 from './compliance/rgt-06.json' with { type: 'json' };
import rgt07 from './compliance/rgt-07.json' with { type: 'json' };
import rgt08 from './compliance/rgt-08.json' with { type: 'json' };
import sla01 from './compliance/sla-01.json' with { type: 'json' };
import tpl24 from './compliance/tpl-24.json' with { type: 'json' };
import tpl35 from './compliance/tpl-35.json' with { type: 'json' };
import trx00 from './compliance/trx-00.json' with { type: 'json' };
import trx01 from './compliance/trx-01.json' with { type: 'json' };
import trx02 from './compliance/trx-02.json' with { type: 'json' };
import trx03 from './compliance/trx-03.json' with { type: 'json' };
import trx04 from './compliance/trx-04.json' with { type: 'json' };

export const complianceRules: CompliancePack = checked(compliancePackSchema, {
  format: 'liuke-compliance-1',
  version: '2026-12-01.2',
  ...vocabulary,
  concepts,
  sounds,
  sense,
  rules: [
    adv00,
    adv01,
    adv02,
    adv03,
    adv04,
    adv05,
    att00,
    att01,
    att02,
    att03,
    att04,
    div00,
    div01,
    div02,
    div03,
    div04,
    div05,
    div06,
    div07,
    div08,
    inv01,
    med00,
    med01,
    med02,
    med03,
    med04,
    med05,
    mkt00,
    mkt01,
    mkt02,
    mkt03,
    mkt04,
    mkt05,
    mkt06,
    pay00,
    pay01,
    pay02,
    pay03,
    pay04,
    pii00,
    pii01,
    pii02,
    pii03,
    pii04,
    pii05,
    pii06,
    prc00,
    prc01,
    prc02,
    prc03,
    prc04,
    prc05,
    prc06,
    prc07,
    pro00,
    pro01,
    pro02,
    pro03,
    pro04,
    pro05,
    rev00,
    rev01,
    rev02,
    rev03,
    rev04,
    rev05,
    rev06,
    rgt00,
    rgt01,
    rgt02,
    rgt03,
    rgt04,
    rgt05,
    rgt06,
    rgt07,
    rgt08,
    sla01,
    tpl24,
    tpl35,
    trx00,
    trx01,
    trx02,
    trx03,
    trx04,
  ],
});
