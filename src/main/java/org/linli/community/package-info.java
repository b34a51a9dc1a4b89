/// Who lives where: places, units that act, staff, groups, residents.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform :: *", "channels", "channels :: webchat", "understanding :: spelling"})
package org.linli.community;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
