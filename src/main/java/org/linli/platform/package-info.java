/// What every module needs and nobody should write twice.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.linli.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
