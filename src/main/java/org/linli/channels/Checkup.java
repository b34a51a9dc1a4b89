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

    /// The channel by which letters go to groups of an account of this one; mostly the same.
    default ChannelId channelOfGroups() {
        return channel();
    }

    /// Until when the access token that we hold is good. Asks nobody. Empty where we hold none or need none.
    Mono<Instant> tokenUntil(Account account);

    /// What is known to be amiss without asking anybody; empty where nothing is known to be.
    default Flux<Step> troubles(Account account) {
        return Flux.empty();
    }

    /// Goes through the steps of setting up, asking the platform where needed; the order is the one in which to do
    /// them. Never an error: what cannot be found out is [Result#UNKNOWN].
    Flux<Step> check(Account account);

    /// @param detail the platform's code or address, nothing secret; may be empty
    record Step(What what, Result result, String detail) {}

    enum What {
        /// The platform has called the address that we gave it. Only where a platform calls.
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
        /// The app is the one that the secret belongs to, and switched on.
        APP,
        /// The desk of the customer service (微信客服) is there, and ours to manage.
        DESK,
        /// The group robot or group is there.
        GROUP,
        /// Beside an AI bot a group robot speaks, for letters that come after the hour in which the bot may.
        ROBOT,
        /// The platform's library for the chat archive answers.
        LIBRARY,
        /// Nothing that was said is missing.
        GAPS,
        /// We are signed in at the server.
        CONNECTED
    }

    enum Result {
        DONE,
        MISSING,
        UNKNOWN
    }
}
