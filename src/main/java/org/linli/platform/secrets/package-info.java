/// Secrets and personal data as they lie in the database: sealed with a key that is not there.
@NullMarked
@NamedInterface("secrets")
package org.linli.platform.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
