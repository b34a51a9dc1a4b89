/// What has to be found in the audit trail (审计), as effects: who writes one knows nothing of the trail.
@NullMarked
@NamedInterface("audit")
package org.linli.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
