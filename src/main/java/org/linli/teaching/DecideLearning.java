package org.linli.teaching;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.linli.community.StaffMember;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Decides what becomes of a candidate, by the word that pages and programs have for it.
@Service
public class DecideLearning {

    public enum Act {
        /// In place of whatever was on trial.
        TRY,
        /// What is on trial is put to use.
        PROMOTE,
        DROP,
        /// To the examples before the last promotion.
        BACK;

        /// Empty for everything else.
        public static Optional<Act> of(String word) {
            return Arrays.stream(values())
                    .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst();
        }
    }

    private final Promotion promotion;

    DecideLearning(Promotion promotion) {
        this.promotion = promotion;
    }

    /// Never empty.
    ///
    /// @param id of the candidate; whatever to try a new one
    public Mono<Promotion.Result> of(StaffMember by, Act act, String id) {
        return switch (act) {
            case TRY -> promotion.ask(by);
            case PROMOTE -> promotion.promote(by, id);
            case DROP -> promotion.drop(by, id);
            case BACK -> promotion.rollBack(by, id);
        };
    }
}
