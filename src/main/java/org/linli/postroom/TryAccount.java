package org.linli.postroom;

import java.util.List;
import java.util.Map;
import org.linli.channels.Account;
import org.linli.channels.Address;
import org.linli.outbox.Letter;
import org.linli.platform.database.Effects;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Sends a letter by which staff sees that one of our accounts works.
@Service
public class TryAccount {

    private static final int LONGEST_ID = 128;

    private final Accounts accounts;
    private final Effects effects;

    TryAccount(Accounts accounts, Effects effects) {
        this.accounts = accounts;
        this.effects = effects;
    }

    /// The letter, which leaves in its turn. Empty where nobody is named to get it.
    ///
    /// @param whom  the platform's id of a person, or of a group
    /// @param group whether it is a group's
    /// @param once  one letter for each
    public Mono<Letter> write(Account account, String whom, boolean group, String once) {
        return Mono.just(whom.strip())
                .filter(it -> !it.isEmpty() && it.length() <= LONGEST_ID)
                .map(it -> new Letter(
                        account.community(),
                        "try/" + once,
                        to(account, it, group),
                        "channel-try",
                        Map.of("account", account.id())))
                .delayUntil(letter -> effects.commit(List.of(letter)));
    }

    private Address to(Account account, String whom, boolean group) {
        return group
                ? Address.group(accounts.checkup(account).channelOfGroups(), account.id(), whom)
                : Address.person(account.channel(), account.id(), whom);
    }
}
