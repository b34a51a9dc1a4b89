package org.linli.polls.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.polls.ballots.BallotKind;
import org.linli.polls.ballots.Choice;
import org.linli.polls.ballots.Fault;
import org.linli.polls.ballots.Mark;
import org.linli.polls.ballots.Paper;
import org.springframework.util.LinkedMultiValueMap;

/// What a browser hands in is read as it stands there, or said not to be readable.
class BallotFormTest {

    private static final List<Choice> CHOICES = List.of(new Choice(2, "长椅"), new Choice(3, "路灯"), new Choice(5, "雨棚"));

    @Test
    void anOrderIsReadByItsPlacesWhereverTheyStand() {
        var form = form(BallotKind.RANKED, "p2=3", "p3=1", "p5=2");
        assertThat(form.fault()).isEmpty();
        assertThat(form.marks().numbers()).containsExactly(3, 5, 2);
    }

    @Test
    void twoInTheSamePlaceAreNotPutInAnOrderThatNobodyMeant() {
        var form = form(BallotKind.RANKED, "p2=1", "p3=1", "p5=");
        assertThat(form.fault()).contains(Fault.SAME_PLACE);
        assertThat(CHOICES).extracting(form::beside).as("shown again as typed").containsExactly(1, 1, 0);
    }

    @Test
    void whatIsNoNumberIsNotPassedOver() {
        assertThat(form(BallotKind.POINTS, "p2=三分").fault()).contains(Fault.UNREADABLE);
        assertThat(form(BallotKind.SCORES, "p2=4", "p3=-1").fault()).contains(Fault.UNREADABLE);
        assertThat(form(BallotKind.SCORES, "p2=1.5").fault()).contains(Fault.UNREADABLE);
        assertThat(form(BallotKind.SEVERAL, "choice=2", "choice=x").fault()).contains(Fault.UNREADABLE);
    }

    @Test
    void equalPointsAndEmptyFieldsAreNothingWrong() {
        var form = form(BallotKind.SCORES, "p2=4", "p3= 4 ", "p5=");
        assertThat(form.fault()).isEmpty();
        assertThat(form.marks().all()).containsExactly(new Mark(2, 4), new Mark(3, 4));
        assertThat(form(BallotKind.ONE, "choice=3").fault()).isEmpty();
    }

    private static BallotForm form(BallotKind kind, String... typed) {
        var fields = new LinkedMultiValueMap<String, String>();
        for (String it : typed) {
            int at = it.indexOf('=');
            fields.add(it.substring(0, at), it.substring(at + 1));
        }
        return new BallotForm(new Paper(kind, CHOICES, 5, null), fields);
    }
}
