package org.linli.understanding.opennlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.linli.understanding.opennlp.NearlySame.Pair;

class NearlySameTest {

    private static final double MOST = 0.7;

    private static final List<String> MESSAGES =
            List.of("三栋的电梯又坏了没人管", "明天下午开居民会议", "三栋的电梯又坏了没人管啊", "路灯不亮", "三栋电梯又坏了没人管");

    @Test
    void messagesThatDifferInAWordOrTwoAreAPairAndOthersAreNot() {
        assertThat(NearlySame.pairs(MESSAGES, MOST))
                .contains(new Pair(0, 2))
                .allSatisfy(it -> assertThat(List.of(it.earlier(), it.later())).doesNotContain(1, 3));
    }

    @Test
    void amongManyMessagesEachIsFoundWhereverItStands() {
        var many = new ArrayList<>(IntStream.range(0, 300)
                .mapToObj(i -> Character.toString(0x4e00 + 7 * i).repeat(2) + Character.toString(0x5e00 + 3 * i))
                .toList());
        many.addAll(MESSAGES);
        Collections.shuffle(many, new Random(7));

        var found = NearlySame.pairs(many, MOST).stream()
                .map(it ->
                        many.get(it.earlier()).length() + many.get(it.later()).length())
                .toList();

        assertThat(found).hasSameSizeAs(NearlySame.pairs(MESSAGES, MOST)).allMatch(it -> it > 20);
    }

    @Test
    void pairsComeInTheOrderOfMessages() {
        var pairs = NearlySame.pairs(Collections.nCopies(4, "三栋的电梯又坏了没人管"), MOST);

        assertThat(pairs)
                .containsExactly(
                        new Pair(0, 1), new Pair(0, 2), new Pair(1, 2), new Pair(0, 3), new Pair(1, 3), new Pair(2, 3));
    }
}
