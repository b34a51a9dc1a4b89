package org.linli.cases;

import java.util.List;
import org.linli.outbox.Letter;

/// What letters about a step show, and to whom.
public interface StepPictures {

    /// Letters of words alone.
    StepPictures NONE = new StepPictures() {
        @Override
        public List<Letter.Picture> toResidents(Step step) {
            return List.of();
        }

        @Override
        public List<Letter.Picture> toStaff(Step step) {
            return List.of();
        }
    };

    /// To those who wait for the case: what staff took of the result.
    List<Letter.Picture> toResidents(Step step);

    /// To those who take care of the case: what residents sent.
    List<Letter.Picture> toStaff(Step step);
}
