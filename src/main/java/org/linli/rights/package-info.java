/// What people may ask of their data (个人信息权利): to see and take away what is kept of them, and to be forgotten.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform :: *",
            "web",
            "web :: resident",
            "channels",
            "understanding",
            "dialogue",
            "community"
        })
package org.linli.rights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
