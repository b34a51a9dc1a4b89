package org.linli.polls.proposals;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;

/// Holds proposals against the negative list of this place, as it was when the program started.
@Component
public class CheckProposal {

    private final NegativeList list = NegativeList.ofThisPlace();

    /// @param cost in yuan; 0 where nobody has estimated it yet
    public List<Breach> breaches(String words, long cost) {
        return list.check(words, BigDecimal.valueOf(cost));
    }
}
