package org.linli.polls.ballots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people write is read as they mean it.
class ReadMarksTest {

    private static final Marks NOTHING = new Marks(List.of());
    private static final List<String> NAMES =
            List.of("儿童滑梯", "加装扶手", "充电棚", "路灯", "晾衣架", "3栋连廊", "健身角", "长椅", "监控", "宣传栏", "雨棚", "12月5日");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "投3|3",
                "投 3 5 7|3 5 7",
                "投3,5、7|3 5 7",
                "投３号和５号|3 5",
                "我投3号一票|3",
                "投一票给充电棚|3",
                "我投加装扶手那个|2",
                "投三号|3",
                "我选第二个|2",
                "投:一、滑梯 二、扶手|1 2",
                "投十一号|11",
                "投3栋连廊|6",
                "3号充电棚|3",
                "三个名额我选1、4、6|1 4 6",
                "改成 3 5|3 5",
                "投3 路灯 #12|3 4",
                "投12月5日|12",
                "赞成,3-2-601 充电棚|3",
                "我住3号楼，投路灯|4"
            })
    void namesAndNumbersAreRead(String said, String numbers) {
        assertThat(read(BallotKind.SEVERAL, said).numbers()).isEqualTo(numbers(numbers));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"第一选2,第二选4|2 4", "第二选4，第一选2|2 4", "第1志愿 7 第2志愿 1|7 1", "4 2 9|4 2 9", "第一选二号，再第二选五号|2 5"})
    void placesOrderARanking(String said, String numbers) {
        assertThat(read(BallotKind.RANKED, said).numbers()).isEqualTo(numbers(numbers));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3号给5分|3=5",
                "3号5分，4号2分|3=5 4=2",
                "给3号打4分 给十号打1分|3=4 10=1",
                "第三个：两分|3=2",
                "3=5分|3=5",
                "3号给5，4号给2|3=5 4=2",
                "3号和5号各给2分|3=2 5=2",
                "3、5、7各2分，1号给1分|3=2 5=2 7=2 1=1"
            })
    void pointsAreRead(String said, String points) {
        String read = read(BallotKind.SCORES, said).all().stream()
                .map(it -> it.number() + "=" + it.points())
                .collect(Collectors.joining(" "));

        assertThat(read).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"去掉3|1 5", "不要充电棚了|1 5", "加上7|1 3 5 7", "去掉3，加上7|1 5 7", "改成2|2"})
    void ballotsAreCorrected(String said, String numbers) {
        var after = new ReadMarks(paper(BallotKind.SEVERAL)).of(said, Marks.of(List.of(1, 3, 5)));

        assertThat(after.orElseThrow().numbers()).isEqualTo(numbers(numbers));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"把3换成7|1 7 5", "3号改成7号|1 7 5", "第三个换第七个|1 7 5", "将3改成5|1 5", "把8换成2|8 2"})
    void oneChoiceIsPutInThePlaceOfAnother(String said, String numbers) {
        for (var kind : List.of(BallotKind.SEVERAL, BallotKind.RANKED)) {
            var after = new ReadMarks(paper(kind)).of(said, Marks.of(List.of(1, 3, 5)));

            assertThat(after.orElseThrow().numbers()).isEqualTo(numbers(numbers));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"3号改成4分|1=2 3=4", "3号改成4分，5号改成1分|1=2 3=4 5=1", "3号给4分|3=4", "改成3号4分|3=4"})
    void pointsOfOneChoiceAreCorrectedAndTheOthersStay(String said, String points) {
        var before = new Marks(List.of(new Mark(1, 2), new Mark(3, 5)));

        assertThat(new ReadMarks(paper(BallotKind.SCORES))
                        .of(said, before).orElseThrow().all().stream()
                                .map(it -> it.number() + "=" + it.points())
                                .collect(Collectors.joining(" ")))
                .isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"同意|1", "我家投赞成|1", "不同意装|2", "不太支持|2", "我反对,投反对票|2", "弃权|3", "投2|2"})
    void yesAndNoInPeoplesWords(String said, int number) {
        var paper = new Paper(
                BallotKind.ONE, List.of(new Choice(1, "同意"), new Choice(2, "反对"), new Choice(3, "弃权")), 1, null);

        assertThat(new ReadMarks(paper).of(said, NOTHING).orElseThrow().numbers())
                .containsExactly(number);
    }

    @ParameterizedTest
    @CsvSource({"怎么投票", "一人能投几票", "我家三口人能投三票吗", "截止了没有", "🙂", "投票页面打不开"})
    void whatNamesNothingIsNoBallot(String said) {
        assertThat(new ReadMarks(paper(BallotKind.SEVERAL)).of(said, NOTHING)).isEmpty();
    }

    @Property(tries = 300)
    void aBallotThatIsWrittenOutIsReadBackWhateverStandsBetween(
            @ForAll("ballots") List<Integer> ballot, @ForAll("between") String between) {
        String said = "投" + ballot.stream().map(String::valueOf).collect(Collectors.joining(between));

        assertThat(read(BallotKind.SEVERAL, said).numbers()).isEqualTo(ballot);
    }

    @Property(tries = 300)
    void anOrderAndPointsAreReadBack(@ForAll("ballots") List<Integer> ballot) {
        String places = IntStream.range(0, ballot.size())
                .mapToObj(i -> "第%d选%d".formatted(i + 1, ballot.get(i)))
                .collect(Collectors.joining("，"));
        String points =
                ballot.stream().map(it -> "%d号给%d分".formatted(it, it + 1)).collect(Collectors.joining("，"));

        assertThat(read(BallotKind.RANKED, places).numbers()).isEqualTo(ballot);
        assertThat(read(BallotKind.POINTS, points).all())
                .isEqualTo(ballot.stream().map(it -> new Mark(it, it + 1)).toList());
    }

    @Property(tries = 1_000)
    void nothingThatIsTypedBreaksIt(@ForAll("anything") String said, @ForAll BallotKind kind) {
        new ReadMarks(paper(kind))
                .of(said, Marks.of(List.of(1, 2)))
                .ifPresent(marks -> assertThat(paper(kind).fault(marks)).isNotNull());
    }

    @Test
    void limitsAreByNumberAndByCost() {
        var dear = new Paper(
                BallotKind.SEVERAL,
                List.of(new Choice(1, "长椅", 3_000), new Choice(2, "路灯", 8_000), new Choice(3, "雨棚", 2_000)),
                2,
                10_000L);

        assertThat(dear.fault(Marks.of(List.of(1, 3)))).isEmpty();
        assertThat(dear.fault(Marks.of(List.of(1, 2)))).contains(Fault.TOO_DEAR);
        assertThat(dear.fault(Marks.of(List.of(2, 3)))).isEmpty();
        assertThat(paper(BallotKind.SEVERAL)
                        .fault(Marks.of(IntStream.rangeClosed(1, 13).boxed().toList())))
                .contains(Fault.NO_SUCH_CHOICE);
        var three = List.of(new Choice(1, "长椅"), new Choice(2, "路灯"), new Choice(3, "雨棚"));
        for (var kind : List.of(BallotKind.SEVERAL, BallotKind.RANKED)) {
            var two = new Paper(kind, three, 2, null);
            assertThat(two.fault(Marks.of(List.of(1, 3)))).isEmpty();
            assertThat(two.fault(Marks.of(List.of(1, 2, 3)))).contains(Fault.TOO_MANY);
        }
        assertThat(paper(BallotKind.ONE).fault(Marks.of(List.of(1, 2)))).contains(Fault.TOO_MANY);
        assertThat(paper(BallotKind.SEVERAL).fault(Marks.of(List.of(2, 2)))).contains(Fault.TWICE);
        assertThat(paper(BallotKind.SEVERAL).fault(NOTHING)).contains(Fault.EMPTY);
        assertThat(paper(BallotKind.POINTS).fault(new Marks(List.of(new Mark(1, 7), new Mark(2, 6)))))
                .contains(Fault.TOO_MANY_POINTS);
        assertThat(paper(BallotKind.SCORES).fault(new Marks(List.of(new Mark(1, 13)))))
                .contains(Fault.SCORE_OUT_OF_RANGE);
    }

    @Provide
    Arbitrary<List<Integer>> ballots() {
        return Arbitraries.integers()
                .between(1, NAMES.size())
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(9);
    }

    @Provide
    Arbitrary<String> between() {
        return Arbitraries.of(" ", ",", "，", "、", " 、 ", "和", " 号,", "号 ");
    }

    @Provide
    Arbitrary<String> anything() {
        return Arbitraries.strings()
                .withChars("投票第一二三十改成去掉加上给分号选0123456789９＃#，,、 \0🙂$^(")
                .ofMaxLength(60);
    }

    private static List<Integer> numbers(String numbers) {
        return List.of(numbers.split(" ")).stream().map(Integer::valueOf).toList();
    }

    private static Marks read(BallotKind kind, String said) {
        return new ReadMarks(paper(kind)).of(said, NOTHING).orElse(NOTHING);
    }

    private static Paper paper(BallotKind kind) {
        return new Paper(
                kind,
                IntStream.range(0, NAMES.size())
                        .mapToObj(i -> new Choice(i + 1, NAMES.get(i)))
                        .toList(),
                12,
                null);
    }
}
