package org.linli.channels.wechat;

import static org.linli.channels.SendFailure.Reason.MISCONFIGURED;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.channels.SendFailure;
import org.linli.channels.kept.AccountKind;
import org.linli.channels.kept.AccountsById;
import org.linli.channels.kept.KeptAccount;
import org.linli.channels.kept.KeptAccounts;
import org.linli.channels.kept.PlatformBases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Our official accounts by their names: of the settings, and of pages.
@Component
class Accounts implements AccountKind {

    /// @param gate lets in what the platform sends for it
    private record Standing(WechatAccount account, Gate gate) {

        static Standing of(WechatAccount account) {
            return new Standing(account, new Gate(account));
        }
    }

    private final AccountsById<Standing> accounts;
    private final PlatformBases bases;

    @Autowired
    Accounts(WechatSettings settings, KeptAccounts kept, PlatformBases bases) {
        this.bases = bases;
        this.accounts = new AccountsById<>(
                configured(settings), () -> kept.of(WechatChannel.ID), it -> Standing.of(account(it)));
    }

    /// Those of the settings alone.
    Accounts(WechatSettings settings) {
        this.bases = PlatformBases.usual();
        this.accounts = AccountsById.of(configured(settings));
    }

    private static Map<String, Standing> configured(WechatSettings settings) {
        return settings.accounts().stream()
                .map(Standing::of)
                .collect(Collectors.toUnmodifiableMap(it -> it.account().id(), Function.identity()));
    }

    @Override
    public ChannelId channel() {
        return WechatChannel.ID;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.open("app-id"), Field.secret("secret"), Field.secret("token"), Field.spare("encoding-aes-key"));
    }

    @Override
    public void read(KeptAccount account) {
        account(account);
    }

    private WechatAccount account(KeptAccount it) {
        return new WechatAccount(
                it.id(),
                it.field("app-id"),
                it.field("secret"),
                it.field("token"),
                it.field("encoding-aes-key"),
                null,
                bases.wechat(),
                it.community().value());
    }

    List<WechatAccount> all() {
        return accounts.all().values().stream().map(Standing::account).toList();
    }

    Optional<WechatAccount> named(String id) {
        return accounts.named(id).map(Standing::account);
    }

    Optional<Gate> gate(String id) {
        return accounts.named(id).map(Standing::gate);
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
