/// Signing up (报名) for activities that a notice invites to: places, who waits for one, and who came off the list.
@NullMarked
@NamedInterface("joining")
package org.linli.notices.joining;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
