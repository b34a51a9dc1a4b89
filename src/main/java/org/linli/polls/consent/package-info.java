/// Proposals that are merged or split (合并、拆分), and only after everybody who proposed them agreed.
@NullMarked
@NamedInterface("consent")
package org.linli.polls.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
