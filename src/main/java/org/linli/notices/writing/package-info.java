/// From the first draft to its approval: templates, what is wrong with a draft, who has to approve it.
@NullMarked
@NamedInterface("writing")
package org.linli.notices.writing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
