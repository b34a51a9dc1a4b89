/// Prizes of a round (评奖): by the rule that everybody can read, or by staff who say why; with a certificate.
@NullMarked
@NamedInterface("prizes")
package org.linli.polls.prizes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
