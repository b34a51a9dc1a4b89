/// The city's hotline (12345): its work orders come in as a spreadsheet or by push, meet the cases that groups have
/// opened already, and go back with evidence.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform :: *",
            "web",
            "understanding",
            "community",
            "cases",
            "cases :: behalf",
            "open311"
        })
package org.linli.hotline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
