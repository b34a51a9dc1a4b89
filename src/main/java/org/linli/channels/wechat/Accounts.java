package org.linli.channels.wechat;

import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.channels.Address;
import org.linli.channels.SendFailure;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Our official accounts by their names.
@Component
class Accounts {

    private final Map<String, WechatAccount> accounts;

    Accounts(WechatSettings settings) {
        this.accounts = settings.accounts().stream()
                .collect(Collectors.toUnmodifiableMap(WechatAccount::id, Function.identity()));
    }

    List<WechatAccount> all() {
        return List.copyOf(accounts.values());
    }

    Optional<WechatAccount> named(String id) {
        return Optional.ofNullable(accounts.get(id));
    }

    /// Empty for a group, and for an account that is not ours (any more).
    Optional<WechatAccount> writingTo(Address person) {
        return person.channel().equals(WechatChannel.ID) && !person.isGroup()
                ? named(person.account())
                : Optional.empty();
    }

    /// Signals [SendFailure] where [#writingTo] is empty.
    Mono<WechatAccount> of(Address person) {
        return Mono.justOrEmpty(writingTo(person))
                .switchIfEmpty(Mono.error(() -> new SendFailure(MISCONFIGURED, "no such account, or a group")));
    }
}
