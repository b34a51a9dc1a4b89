package org.linli.understanding.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.linli.WhileThereIsTime;
import org.linli.understanding.examples.Example;
import org.linli.understanding.examples.ReadExamples;

/// Sets that others have published, by the same features and settings as our own labels.
///
/// They lie beside the repository and are not part of it (most have no licence); where they are missing, this is
/// skipped. Of some, only a part is there, so that folds stand for the parts that are kept back.
@Tag("long")
@Order(WhileThereIsTime.LAST)
@Timeout(600)
class PublicSetsIT {

    private static final Path SETS = Path.of("..", "shared", "understanding", "data");

    @Test
    void clinc150WithItsMessagesOfNoLabel() throws IOException {
        var seen = both(read("clinc150/train.tsv"), read("clinc150/oosplus_train.tsv"));
        var unseen = both(read("clinc150/valid.tsv"), read("clinc150/oos_valid.tsv"));
        var outside = Outside.of(new TrainAndTest("oos").run(seen, unseen), "oos");

        System.out.println("CLINC150: " + outside);
        assertThat(outside.closed()).isGreaterThan(0.931);
        assertThat(outside.accuracy()).isGreaterThan(outside.closed() - 0.01);
        assertThat(outside.recall()).isGreaterThan(0.6);
    }

    @Test
    void smp2017() throws IOException {
        assertThat(accuracy("SMP2017", read("smp2017/train.tsv"), read("smp2017/valid.tsv")))
                .isGreaterThan(0.916);
    }

    /// Its training part in folds, since there is no other part to choose by.
    @Test
    void banking77() throws IOException {
        assertThat(folds("BANKING77", read("banking77/train.tsv"))).isGreaterThan(0.904);
    }

    @Test
    void hwu64() throws IOException {
        assertThat(accuracy("HWU64", read("hwu64/train.tsv"), read("hwu64/valid.tsv")))
                .isGreaterThan(0.86);
    }

    /// Half of the resident messages that were measured elsewhere, so less is to be expected than of the whole.
    @Test
    void titlesOfResidents() throws IOException {
        assertThat(folds("titles of residents", read("tipdm2020/train.tsv"))).isGreaterThan(0.79);
    }

    /// The mean of five folds.
    private static double folds(String name, List<Example> examples) throws IOException {
        double sum = 0;
        for (int fold = 0; fold < 5; fold++) {
            sum += fold(name, examples, fold);
        }
        System.out.printf("%s: mean of five folds %.4f%n", name, sum / 5);
        return sum / 5;
    }

    private static double fold(String name, List<Example> examples, int fold) throws IOException {
        List<Example> seen = new ArrayList<>();
        List<Example> unseen = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            (i % 5 == fold ? unseen : seen).add(examples.get(i));
        }
        return accuracy(name, seen, unseen);
    }

    private static double accuracy(String name, List<Example> seen, List<Example> unseen) throws IOException {
        var report = Report.of(new TrainAndTest("").run(seen, unseen));
        System.out.printf("%s: %.4f of %d%n", name, report.accuracy(), unseen.size());
        return report.accuracy();
    }

    private static List<Example> read(String name) throws IOException {
        Path file = SETS.resolve(name);
        assumeTrue(Files.isRegularFile(file), () -> file + " is not there, so nothing is measured");
        return ReadExamples.from(file);
    }

    private static List<Example> both(List<Example> some, List<Example> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
