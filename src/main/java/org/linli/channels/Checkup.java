package org.linli.channels;

import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How the accounts of one channel are, for those who set them up. An adapter implements it beside its [Channel].
public interface Checkup {

    ChannelId channel();

    /// As configured; empty where there are none.
    List<Account> accounts();

    /// Until when the access token that we hold is good. Asks nobody. Empty where we hold none or need none.
    Mono<Instant> tokenUntil(Account account);

    /// Goes through the steps of setting up, asking the platform where needed; the order is the one in which to do
    /// them. Never an error: what cannot be found out is [Result#UNKNOWN].
    Flux<Step> check(Account account);

    /// @param detail the platform's code or address, nothing secret; may be empty
    record Step(What what, Result result, String detail) {}

    enum What {
        /// The platform has called the address that we gave it.
        URL,
        /// Our secret gets an access token.
        TOKEN,
        /// The platform takes calls from our IP address.
        IP,
        /// The menu is there.
        MENU,
        /// The message templates that letters need are there.
        TEMPLATES,
        /// Those who are to be reached are within the app's visible range (可见范围).
        MEMBERS,
        /// The group robot or group is there.
        GROUP
    }

    enum Result {
        DONE,
        MISSING,
        UNKNOWN
    }
}
