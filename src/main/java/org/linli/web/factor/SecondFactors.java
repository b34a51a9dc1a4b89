package org.linli.web.factor;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.linli.community.StaffMember;
import org.linli.platform.audit.NoteChange;
import org.linli.platform.audit.Noted;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// The second factor of each member of the staff: set up with an app, asked for after the password, taken away. Each
/// change is written into the trail, without the secret.
///
/// How often codes may be tried, whoever asks decides.
@Service
public class SecondFactors {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final FactorRows rows;
    private final RecoveryCodes recovery;
    private final NoteChange note;
    private final Clock clock;

    SecondFactors(FactorRows rows, RecoveryCodes recovery, NoteChange note, Clock clock) {
        this.rows = rows;
        this.recovery = recovery;
        this.note = note;
        this.clock = clock;
    }

    /// Never empty: whether a code is asked for.
    public Mono<Boolean> isOn(StaffMember member) {
        return rows.of(member).map(FactorRows.Row::isOn).defaultIfEmpty(false);
    }

    /// How many recovery codes are left. Never empty.
    public Mono<Long> left(StaffMember member) {
        return recovery.left(member);
    }

    /// What the app is to be given: the same as long as the session is, so that looking at the page again breaks
    /// nothing, and another one in each other session, so that what somebody else saw is never set up.
    /// Empty where one is on already: its secret is never shown again.
    ///
    /// @param session the handle of the session
    public Mono<Shown> begin(StaffMember member, String session) {
        return rows.of(member)
                .filter(it -> it.isOn() || it.waitsIn(session))
                .switchIfEmpty(Mono.defer(() -> drawn(member, session)))
                .filter(it -> !it.isOn())
                .map(it -> new Shown(
                        it.totp().address(member.id() + "@" + member.community()),
                        it.totp().inLetters()));
    }

    private Mono<FactorRows.Row> drawn(StaffMember member, String session) {
        return Mono.fromCallable(SecondFactors::secret)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(totp -> rows.begin(member, totp, session))
                .flatMap(_ -> rows.of(member));
    }

    private static Totp secret() {
        byte[] secret = new byte[Totp.SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new Totp(HexFormat.of().formatHex(secret));
    }

    /// Turns it on, once a code proves that the app has it.
    ///
    /// @param session the handle of the session in which it was shown
    /// @return recovery codes, to be shown once; empty where the code is wrong, where one is on already, and where
    ///         another session was shown another one since
    public Mono<List<String>> turnOn(StaffMember member, String code, String session) {
        var now = clock.instant();
        return rows.of(member)
                .filter(it -> it.waitsIn(session))
                .flatMap(it -> found(it.totp().accepted(plain(code), now, it.last())))
                .flatMap(step -> RecoveryCodes.draw()
                        .flatMap(codes -> note.after(
                                rows.turnOn(member, step, now, session)
                                        .filter(on -> on)
                                        .delayUntil(_ -> recovery.keep(member, codes))
                                        .map(_ -> codes),
                                _ -> noted(member, member.id(), "second factor set up"))));
    }

    /// Never empty but where it is wrong: an app's code that was not accepted before, or a recovery code.
    public Mono<Proof> proved(StaffMember member, String code) {
        return rows.of(member)
                .filter(FactorRows.Row::isOn)
                .flatMap(it ->
                        byCode(member, it, plain(code)).switchIfEmpty(Mono.defer(() -> byRecovery(member, code))));
    }

    private Mono<Proof> byCode(StaffMember member, FactorRows.Row row, String code) {
        return found(row.totp().accepted(code, clock.instant(), row.last()))
                .flatMap(step -> rows.accept(member, step))
                .filter(accepted -> accepted)
                .map(_ -> Proof.CODE);
    }

    private Mono<Proof> byRecovery(StaffMember member, String code) {
        return recovery.use(member, code).filter(used -> used).map(_ -> Proof.RECOVERY);
    }

    /// Others in the place of the recovery codes before. Empty where no factor is on.
    public Mono<List<String>> freshCodes(StaffMember member) {
        return isOn(member)
                .filter(on -> on)
                .flatMap(_ -> RecoveryCodes.draw())
                .flatMap(codes -> note.after(
                        recovery.keep(member, codes).thenReturn(codes),
                        _ -> noted(member, member.id(), "recovery codes drawn anew")));
    }

    /// From now on a password will do. Never empty: whether there was one that was on.
    ///
    /// @param by who does it
    /// @param id whose it is, in the same community
    public Mono<Boolean> takeAway(StaffMember by, String id) {
        String community = by.community().value();
        return note.where(
                recovery.remove(community, id).then(rows.remove(community, id)),
                noted(by, id, by.id().equals(id) ? "second factor taken away" : "second factor reset"));
    }

    private Noted noted(StaffMember by, String id, String detail) {
        return new Noted(by.community(), by.id(), Noted.Kind.SETTING_CHANGED, "staff/" + id, detail, clock.instant());
    }

    private static Mono<Long> found(OptionalLong step) {
        return step.isPresent() ? Mono.just(step.getAsLong()) : Mono.empty();
    }

    /// Apps show codes in two groups of three.
    private static String plain(String code) {
        return code.replaceAll("\\s", "");
    }
}
