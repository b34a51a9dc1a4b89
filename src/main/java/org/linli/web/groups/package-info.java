/// The residents' groups, for staff: what they are bound to, who is in them, how one joins them.
@NullMarked
@NamedInterface("groups")
package org.linli.web.groups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
