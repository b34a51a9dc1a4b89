package org.linli.postroom;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.linli.channels.Account;
import org.linli.channels.Address;
import org.linli.channels.Audiences;
import org.linli.channels.SendFailure;
import org.linli.community.Communities;
import org.linli.community.StaffMember;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.Effects;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Makes and changes the tags of an account's followers, which are kept at the platform.
@Service
public class ChangeTags {

    public enum Act {
        CREATE,
        RENAME,
        DELETE,
        /// Gives the tag to those who live in a place.
        FILL,
        /// Takes it from them.
        TAKE,
        /// Takes it from everybody.
        EMPTY;

        /// Empty for everything else.
        public static Optional<Act> of(String word) {
            return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What became of it. Behind [#EMPTIED] stand those by which nothing was changed.
    public enum Result {
        MADE,
        RENAMED,
        DELETED,
        FILLED,
        TAKEN,
        EMPTIED,
        /// It has none, it is too long, or another tag has it.
        NAME,
        /// Nobody who lives there follows the account.
        NOBODY,
        /// Nobody said that they are sure.
        UNSURE,
        /// The platform will not.
        REFUSED,
        /// The platform does not answer.
        AWAY
    }

    /// @param tag   which; whatever for one that is made
    /// @param place of those who get it or lose it, as [ManyPeople.Many#chosen]
    /// @param sure  whether somebody said so; asked of what cannot be taken back
    public record Change(Act act, long tag, String name, String place, boolean sure) {

        /// The platform's page "创建标签".
        private static final int LONGEST_NAME = 30;

        public Change {
            name = name.strip().replaceAll("\\p{Cntrl}", "");
        }

        boolean isNamed() {
            return !name.isEmpty() && name.codePointCount(0, name.length()) <= LONGEST_NAME;
        }
    }

    private final Communities communities;
    private final ManyPeople people;
    private final Effects effects;
    private final Clock clock;

    ChangeTags(Communities communities, ManyPeople people, Effects effects, Clock clock) {
        this.communities = communities;
        this.people = people;
        this.effects = effects;
        this.clock = clock;
    }

    /// Never empty. Noted before the platform is asked, so that nothing is done unseen: a line may stand in the trail
    /// of what the platform then refused.
    ///
    /// @param account of a platform that knows tags
    public Mono<Result> of(StaffMember by, Account account, Change change) {
        return done(people.reachedBy(account).orElseThrow(), account, change, noted(by, account, change))
                .onErrorResume(SendFailure.class, failure -> Mono.just(refused(change, failure)));
    }

    private Mono<Result> done(Audiences by, Account account, Change it, Mono<Void> noted) {
        return switch (it.act()) {
            case CREATE -> named(it, noted.then(by.create(account, it.name())).thenReturn(Result.MADE));
            case RENAME ->
                named(it, noted.then(by.rename(account, it.tag(), it.name())).thenReturn(Result.RENAMED));
            case DELETE -> sure(it, noted.then(by.delete(account, it.tag())).thenReturn(Result.DELETED));
            case EMPTY -> sure(it, noted.then(by.empty(account, it.tag())).thenReturn(Result.EMPTIED));
            case FILL -> living(account, it, those -> noted.then(by.fill(account, it.tag(), those)), Result.FILLED);
            case TAKE -> living(account, it, those -> noted.then(by.take(account, it.tag(), those)), Result.TAKEN);
        };
    }

    /// Without its name, which anything may stand in.
    private Mono<Void> noted(StaffMember by, Account account, Change it) {
        String tag =
                "tag/%s/%s%s".formatted(account.channel(), account.id(), it.act() == Act.CREATE ? "" : "/" + it.tag());
        boolean places = it.act() == Act.FILL || it.act() == Act.TAKE;
        String detail = places ? it.act().word() + " " + it.place() : it.act().word();
        return Mono.defer(() -> effects.commit(
                List.of(new Noted(by.community(), by.id(), Noted.Kind.SETTING_CHANGED, tag, detail, clock.instant()))));
    }

    private static Mono<Result> named(Change it, Mono<Result> change) {
        return it.isNamed() ? change : Mono.just(Result.NAME);
    }

    private static Mono<Result> sure(Change it, Mono<Result> change) {
        return it.sure() ? change : Mono.just(Result.UNSURE);
    }

    private Mono<Result> living(Account account, Change it, Function<List<Address>, Mono<Void>> change, Result done) {
        return communities
                .map(account.community())
                .flatMap(map -> people.living(account, map, it.place()))
                .filter(those -> !those.isEmpty())
                .flatMap(those -> change.apply(those).thenReturn(done))
                .defaultIfEmpty(Result.NOBODY);
    }

    /// A name that is taken is told by the same reason as what a platform does not do at all.
    private static Result refused(Change it, SendFailure failure) {
        boolean names = it.act() == Act.CREATE || it.act() == Act.RENAME;
        return failure.reason() == SendFailure.Reason.CONTENT_REFUSED && names
                ? Result.NAME
                : failure.reason().retryable() ? Result.AWAY : Result.REFUSED;
    }
}
