/// Voices that do not come from the voter's own phone: paper ballots (纸质选票) and proxies (代理).
@NullMarked
@NamedInterface("paper")
package org.linli.polls.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
