package org.linli.openness;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.linli.cases.Case;
import org.linli.cases.CaseWords;
import org.linli.cases.FindCases;
import org.linli.cases.Neighbour;
import org.linli.channels.Address;
import org.linli.community.StaffMember;
import org.linli.masking.MaskWords;
import org.linli.outbox.Letter;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.Effects;
import org.linli.web.PublicAddress;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Asks whoever wrote a case whether it may be shown, in the words in which it would be.
@Service
public class AskWriter {

    public enum Result {
        ASKED,
        /// Nobody outside could open the link, or they are known in a group only.
        NOT_REACHED
    }

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    /// Characters of what is asked about.
    public static final int LONGEST = 500;

    private final FindCases cases;
    private final PublicLabels labels;
    private final MaskWords mask;
    private final CaseWords words;
    private final PublicAddress address;
    private final Effects effects;
    private final Clock clock;

    AskWriter(
            FindCases cases,
            PublicLabels labels,
            MaskWords mask,
            CaseWords words,
            PublicAddress address,
            Effects effects,
            Clock clock) {
        this.cases = cases;
        this.labels = labels;
        this.mask = mask;
        this.words = words;
        this.address = address;
        this.effects = effects;
        this.clock = clock;
    }

    /// Where somebody can be asked alone.
    public static boolean isReached(Neighbour who) {
        return !who.reachedAt().isGroup() && who.isTold();
    }

    /// Asking twice asks once. Empty where there is no such case, and where it is about people: what [FindAskable]
    /// would not find.
    ///
    /// @param shown what would be shown, read by whoever asks; masked once more
    public Mono<Result> ask(StaffMember by, String number, String shown) {
        return cases.file(by.community(), number)
                .filter(file -> labels.allow(file.it()))
                .flatMap(file -> mask.forEverybody(by.community(), List.of(shown))
                        .flatMap(masked -> ask(by, file.it(), masked.getFirst())));
    }

    private Mono<Result> ask(StaffMember by, Case it, String shown) {
        String secret = secret();
        var link = address.of("/open/say/" + secret);
        if (link.isEmpty() || !isReached(it.reporter())) {
            return Mono.just(Result.NOT_REACHED);
        }
        var now = clock.instant();
        var offer = new Offer(by.community(), it.number(), Offers.print(secret), shown, by.id(), now, null);
        var noted = new Noted(by.community(), by.id(), Noted.Kind.PUBLISHED, it.number(), "asked", now);
        return effects.commit(List.of(offer, noted, letter(it, shown, link.get())))
                .thenReturn(Result.ASKED);
    }

    private Letter letter(Case it, String shown, String link) {
        Address to = it.reporter().reachedAt();
        var facts =
                Map.of("what", words.label(it.problem().label()), "number", it.number(), "words", shown, "link", link);
        return new Letter(it.community(), it.number() + "/open-ask", to, "open-ask", facts);
    }

    private static String secret() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
