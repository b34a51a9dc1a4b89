/// Some of the people who live here, chosen by where they live, by what staff knows of them and by the groups they are
/// in.
@NullMarked
@NamedInterface("choosing")
package org.linli.community.choosing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
