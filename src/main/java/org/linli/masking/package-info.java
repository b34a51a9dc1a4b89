/// Texts without whom they are about, before they are kept as examples or shown to everybody.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform :: *", "community", "understanding"})
package org.linli.masking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
