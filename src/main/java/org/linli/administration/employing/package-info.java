/// Who works here, changed with all that follows from it: passwords are made, whoever may no longer come is signed out.
@NullMarked
@NamedInterface("employing")
package org.linli.administration.employing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
