/// What may still be sent to whom (额度账本): windows that people opened, permissions that they gave, quotas, rates.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform :: *", "channels"})
package org.linli.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
