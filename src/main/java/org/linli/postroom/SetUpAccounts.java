package org.linli.postroom;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.channels.kept.AccountKind;
import org.linli.channels.kept.ChangeAccounts;
import org.linli.channels.kept.KeptAccount;
import org.linli.channels.kept.KeptAccounts;
import org.linli.community.StaffMember;
import org.linli.platform.database.CommunityId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Sets up accounts on platforms, changes them, puts them out of use and brings them back, in force without a restart.
/// Who may do so is asked before.
@Service
public class SetUpAccounts {

    /// What came of it.
    public sealed interface Outcome {

        /// @param account as it is now, with its secrets
        record Done(KeptAccount account) implements Outcome {}

        /// @param field `name`, or one of the kind's that is missing or wrong
        record Wrong(String field) implements Outcome {}

        /// Somebody changed it since it was looked at.
        record Stale() implements Outcome {}
    }

    private static final Set<String> SILENT = Set.of("wecom-group", "xmpp", "wecom-archive");
    private static final String NAME = "name";
    private static final int LONGEST_NAME = 60;

    private final ObjectProvider<AccountKind> kinds;
    private final KeptAccounts accounts;
    private final ChangeAccounts change;

    SetUpAccounts(ObjectProvider<AccountKind> kinds, KeptAccounts accounts, ChangeAccounts change) {
        this.kinds = kinds;
        this.accounts = accounts;
        this.change = change;
    }

    /// Those that can be made here, by channel.
    public List<AccountKind> offered() {
        return all().filter(AccountKind::isOffered).toList();
    }

    /// One that can be made here. Empty for all others.
    public Optional<AccountKind> offered(String channel) {
        return kind(channel).filter(AccountKind::isOffered);
    }

    public Optional<AccountKind> kind(String channel) {
        return all().filter(it -> it.channel().value().equals(channel)).findFirst();
    }

    /// One that was made here and is in use. Empty for all others.
    public Optional<KeptAccount> find(CommunityId community, String channel, String id) {
        return accounts.find(community, channel, id);
    }

    /// What administrators call those of these channels that were made here, by their ids.
    public Map<String, String> names(CommunityId community, List<String> channels) {
        return channels.stream()
                .distinct()
                .flatMap(it -> kind(it).stream())
                .flatMap(it -> accounts.of(it.channel()).stream())
                .filter(it -> it.community().equals(community))
                .collect(Collectors.toMap(KeptAccount::id, KeptAccount::name, (one, _) -> one));
    }

    /// Never empty. Made again under the same lot, it is the one that was made first.
    ///
    /// @param lot draws its id
    public Mono<Outcome> make(StaffMember by, UUID lot, AccountKind kind, String name, Map<String, String> fields) {
        var account = ChangeAccounts.fresh(by.community(), kind.channel(), lot, name, fields);
        var wrong = wrongName(name).or(() -> kind.wrong(account));
        return wrong.isPresent()
                ? Mono.just(new Outcome.Wrong(wrong.get()))
                : change.make(by.id(), account)
                        .map(_ -> find(by.community(), kind.channel().value(), account.id())
                                .<Outcome>map(Outcome.Done::new)
                                .orElseGet(Outcome.Stale::new));
    }

    /// Never empty. Asked for again, it is done already.
    ///
    /// @param before  as it is in use
    /// @param version that was looked at
    public Mono<Outcome> change(StaffMember by, KeptAccount before, long version, KeptAccount after) {
        var kind = kind(before.channel().value());
        var wrong = wrongName(after.name()).or(() -> kind.flatMap(it -> it.wrong(before, after)));
        if (wrong.isPresent()) {
            return Mono.just(new Outcome.Wrong(wrong.get()));
        }
        if (before.version() == version + 1 && before.equals(after)) {
            return Mono.just(new Outcome.Done(before));
        }
        return before.version() == version
                ? change.change(by.id(), before, after).map(done -> changed(done, before))
                : Mono.just(new Outcome.Stale());
    }

    private Outcome changed(boolean done, KeptAccount before) {
        return find(before.community(), before.channel().value(), before.id())
                .filter(_ -> done)
                .<Outcome>map(Outcome.Done::new)
                .orElseGet(Outcome.Stale::new);
    }

    /// What has been removed already stays so. Empty where it was never made.
    public Mono<KeptAccount> remove(StaffMember by, String channel, String id) {
        return accounts.evenRemoved(by.community(), channel, id)
                .delayUntil(it -> change.remove(by.id(), it))
                .flatMap(_ -> accounts.evenRemoved(by.community(), channel, id));
    }

    /// What is in use stays so. Empty where it was never made.
    public Mono<KeptAccount> bringBack(StaffMember by, String channel, String id) {
        return Mono.justOrEmpty(kind(channel))
                .delayUntil(kind -> change.bringBack(by.id(), by.community(), kind.channel(), id))
                .flatMap(_ -> Mono.justOrEmpty(find(by.community(), channel, id)));
    }

    /// Whether the platform calls us: a robot only speaks, XMPP servers are called by us, and archives are fetched.
    public static boolean isCalled(String channel) {
        return !SILENT.contains(channel);
    }

    private static Optional<String> wrongName(String name) {
        return name.isBlank() || name.length() > LONGEST_NAME ? Optional.of(NAME) : Optional.empty();
    }

    private Stream<AccountKind> all() {
        return kinds.orderedStream()
                .sorted(Comparator.comparing(it -> it.channel().value()));
    }
}
