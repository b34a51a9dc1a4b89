package org.linli.cases;

import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;

/// Who reported a case says it again: whoever had left waits for it once more. Changes nothing for those who never
/// left.
record ReporterReturned(CommunityId community, String number) implements Effect {}
