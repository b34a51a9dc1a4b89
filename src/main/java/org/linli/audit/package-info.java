/// The audit trail (审计): who saw and changed what, chained so that nobody changes it unseen.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform :: *", "web", "community", "cases", "keys", "notices"})
package org.linli.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
