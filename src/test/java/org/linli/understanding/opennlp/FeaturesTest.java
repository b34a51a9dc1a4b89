package org.linli.understanding.opennlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FeaturesTest {

    @Test
    void fullWidthInvisibleAndMentionsDoNotMatter() {
        assertThat(Normalised.of("@小邻 ３栋\u200b电\u202e梯坏了!!!!!").text()).isEqualTo("0栋电梯坏了!!");
    }

    @Test
    void aPauseIsAPauseHoweverItIsWritten() {
        assertThat(Normalised.of("停电了，快来。").text())
                .isEqualTo(Normalised.of("停电了 快来").text());
    }

    @Test
    void anEndlessMessageIsCut() {
        assertThat(Normalised.of("水电".repeat(50_000)).text()).hasSizeLessThanOrEqualTo(Normalised.MOST);
    }

    @Test
    void homophonesSoundTheSame() {
        assertThat(Pinyin.of("电梯坏了")).isEqualTo(Pinyin.of("垫题坏乐")).isNotEqualTo(Pinyin.of("停水坏了"));
    }

    @Test
    void traditionalCharactersSoundLikeSimplifiedOnes() {
        assertThat(Pinyin.of("電梯壞了")).isEqualTo(Pinyin.of("电梯坏了"));
    }

    @Test
    void everyPieceCountsOnceAndTogetherTheyHaveLengthOne() {
        var features = Features.of("漏水漏水漏水");
        double square = 0;
        for (int i = 0; i < features.names().length - 1; i++) {
            square += features.values()[i] * features.values()[i];
        }

        assertThat(features.names()).doesNotHaveDuplicates().endsWith(Features.ALWAYS);
        assertThat(square).isCloseTo(1, offset(1e-5));
    }

    @Test
    void kindredWordsShareAFeature() {
        assertThat(kin("货梯停了")).containsAnyElementsOf(kin("轿厢不动"));
    }

    @Test
    void factsAreSeen() {
        assertThat(Features.of("3栋怎么了，电话13800138000").names()).contains("*building", "*question", "*phone");
        assertThat(Features.of("👍👍").names()).contains("*wordless");
    }

    private static List<String> kin(String said) {
        return Stream.of(Features.of(said).names())
                .filter(it -> it.startsWith("#") && it.length() > 2)
                .toList();
    }
}
