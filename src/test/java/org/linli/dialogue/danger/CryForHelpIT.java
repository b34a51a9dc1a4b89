package org.linli.dialogue.danger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.linli.WhileThereIsTime;
import org.linli.community.Group;
import org.linli.community.Talkativeness;
import org.linli.dialogue.Neighbourhood;
import org.linli.dialogue.Talking;
import org.linli.dialogue.scene.Scene;
import org.linli.dialogue.talk.Heard;
import org.linli.understanding.Intent;
import org.linli.understanding.OurFolds;
import org.linli.understanding.SpeakingUp;
import org.linli.understanding.Understand;
import org.linli.understanding.Understanding;
import org.linli.understanding.examples.Example;

/// What a group gets, of the examples that we ship: each is said among neighbours to a service that has not seen it,
/// and all of [CryForHelp] and of the group's setting decides. Chatter among them is half written to be mistaken.
@Tag("long")
@Order(WhileThereIsTime.LAST)
@Timeout(1800)
class CryForHelpIT {

    private static final List<Said> SAID = new ArrayList<>();
    private static final List<List<SpeakingUp>> PROMISED = new ArrayList<>();

    /// @param cry    whether it is taken for a cry for help
    /// @param alone  whether it is when said to us alone
    /// @param danger as the model puts it
    /// @param heard  whether we speak, be it as of a report, by the group's manner
    private record Said(Intent meant, boolean cry, boolean alone, double danger, List<Talkativeness> heard) {}

    @BeforeAll
    @Timeout(1800)
    static void sayAll() {
        for (var fold : OurFolds.all()) {
            PROMISED.add(fold.model().speakingUp());
            fold.unseen().forEach(it -> SAID.add(said(it, fold)));
        }
        System.out.printf(
                "CRY FOR HELP: %.4f of emergencies, 1/%.0f of chatter, %.4f of other reports; at 1/500 of chatter %.4f%n",
                share(CryForHelpIT::isEmergency, Said::cry),
                1 / share(CryForHelpIT::isChatter, Said::cry),
                share(it -> it.meant().opensCase() && !isEmergency(it), Said::cry),
                share(CryForHelpIT::isEmergency, it -> it.danger() >= dangerOfOneIn(500)));
        System.out.printf(
                "SAID TO US ALONE: %.4f of emergencies, 1/%.0f of chatter, 1/%.0f of other reports%n",
                share(CryForHelpIT::isEmergency, Said::alone),
                1 / share(CryForHelpIT::isChatter, Said::alone),
                1 / share(it -> it.meant().opensCase() && !isEmergency(it), Said::alone));
        for (double bar : new double[] {0.85, Understanding.ALARM, 0.92, 0.94, 0.98}) {
            System.out.printf(
                    "FROM A DANGER OF %s ON: %.4f of emergencies, 1/%.0f of chatter%n",
                    bar,
                    share(CryForHelpIT::isEmergency, it -> it.danger() >= bar),
                    1 / share(CryForHelpIT::isChatter, it -> it.danger() >= bar));
        }
        for (var manner : Talkativeness.values()) {
            System.out.printf(
                    "IN A GROUP: %s hears %.4f of reports, %.4f of emergencies, 1/%.0f of chatter%n",
                    manner,
                    share(it -> it.meant().opensCase(), it -> it.heard().contains(manner)),
                    share(CryForHelpIT::isEmergency, it -> it.heard().contains(manner)),
                    1 / share(CryForHelpIT::isChatter, it -> it.heard().contains(manner)));
        }
    }

    @Test
    void mostEmergenciesAreHeardAsSuch() {
        assertThat(share(CryForHelpIT::isEmergency, Said::cry)).isGreaterThan(0.76);
    }

    @Test
    void chatterSeldomAlarms() {
        assertThat(share(CryForHelpIT::isChatter, Said::cry)).isLessThan(1 / 170.0);
    }

    @Test
    void fewReportsAreTakenForACryWhenSaidToUsAlone() {
        assertThat(share(it -> it.meant().opensCase() && !isEmergency(it), Said::alone))
                .isLessThan(0.04);
        assertThat(share(CryForHelpIT::isEmergency, Said::alone)).isGreaterThan(0.8);
    }

    /// Why the bar is where it is: the one in 500 would leave more than every twentieth emergency
    /// unheard besides.
    @Test
    void aHigherBarWouldCostMoreThanItSpares() {
        double bar = dangerOfOneIn(500);

        assertThat(share(CryForHelpIT::isEmergency, it -> it.danger() >= Understanding.ALARM)
                        - share(CryForHelpIT::isEmergency, it -> it.danger() >= bar))
                .isGreaterThan(0.05);
    }

    /// The rates beside the words that staff chooses from are what the group gets.
    @Test
    void whatASettingPromisesComesTrue() {
        for (var manner : Talkativeness.values()) {
            Predicate<Said> heard = it -> it.heard().contains(manner);

            assertThat(share(CryForHelpIT::isEmergency, heard))
                    .as("emergencies, %s", manner)
                    .isCloseTo(promised(manner, SpeakingUp::emergencies), offset(0.05));
            assertThat(share(it -> it.meant().opensCase(), heard))
                    .as("reports, %s", manner)
                    .isCloseTo(promised(manner, SpeakingUp::reports), offset(0.05));
            assertThat(share(CryForHelpIT::isChatter, heard) / promised(manner, SpeakingUp::chatter))
                    .as("chatter, %s", manner)
                    .isBetween(0.7, 1.4);
        }
    }

    private static Said said(Example example, OurFolds.Fold fold) {
        var understand = fold.understand();
        String words = example.text();
        boolean cry = new CryForHelp(scene(Talkativeness.BALANCED, understand, words)).isIn(words);
        var heard = new ArrayList<Talkativeness>();
        for (var manner : Talkativeness.values()) {
            var scene = scene(manner, understand, words);
            if (cry || scene.concernsUs(scene.understood(words))) {
                heard.add(manner);
            }
        }
        return new Said(
                new Intent(example.label()),
                cry,
                isCryAlone(understand, words),
                fold.model().judge(words, true).danger(),
                heard);
    }

    private static boolean isCryAlone(Understand understand, String words) {
        var scene = Talking.stranger().with(understand).scene(new Heard.Said(words), false);
        return new CryForHelp(scene).isIn(words);
    }

    private static Scene scene(Talkativeness manner, Understand understand, String words) {
        var grid = Neighbourhood.OF_GRID;
        var group = new Group(grid.code(), grid.name(), grid.address(), grid.place(), manner.threshold());
        return Talking.inGroup(group).with(understand).scene(new Heard.Said(words), false);
    }

    private static double dangerOfOneIn(int messages) {
        double[] rising = SAID.stream()
                .filter(CryForHelpIT::isChatter)
                .mapToDouble(Said::danger)
                .sorted()
                .toArray();
        return Math.nextUp(rising[rising.length - 1 - rising.length / messages]);
    }

    private static double promised(Talkativeness manner, ToDoubleFunction<SpeakingUp> rate) {
        return PROMISED.stream()
                .flatMap(List::stream)
                .filter(it -> it.threshold() == manner.threshold())
                .mapToDouble(rate)
                .average()
                .orElseThrow();
    }

    private static boolean isChatter(Said it) {
        return it.meant().equals(Intent.CHATTER);
    }

    private static boolean isEmergency(Said it) {
        return it.meant().equals(Intent.EMERGENCY);
    }

    private static double share(Predicate<Said> meant, Predicate<Said> heard) {
        var its = SAID.stream().filter(meant).toList();
        return (double) its.stream().filter(heard).count() / its.size();
    }
}
