/// What happens here, told to programs of others: signed calls (Standard Webhooks) to whoever subscribed.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform :: *", "community", "cases", "notices", "polls"})
package org.linli.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
