package org.linli.understanding.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTest {

    @ParameterizedTest
    @CsvSource({
        "電梯壞了, 电梯坏了",
        "dianti huai le, 电梯坏了",
        "楼道laji没人管, 楼道垃圾没人管",
        "lift stuck了, 电梯困住了",
        "那个电梯呃坏了, 电梯坏了",
        "电梯又双叒叕停了, 电梯又停了",
        "没水😭🙏, '没水   '",
        "又停电😂, 又停电😂",
        "😭, 😭",
        "嗯, 嗯",
        "B座KTV太吵, B座KTV太吵",
        "'', ''"
    })
    void onlyWhatIsMeantIsLeft(String said, String meant) {
        assertThat(Plain.of(said).strip()).isEqualTo(meant.strip());
    }

    @Property
    void noTextIsTooOdd(@ForAll String odd) {
        assertThat(Plain.of(odd)).isNotNull();
    }

    @Property
    void charactersKeepTheirPlaces(@ForAll String text) {
        assertThat(Simplified.of(text)).hasSameSizeAs(text);
    }
}
