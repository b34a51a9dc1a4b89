package org.linli.understanding.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NamesHeardTest {

    private static final List<String> NAMES = List.of("小超市", "幸福里小区", "东门", "阳光花园二期", "便民菜场");

    private final NamesHeard<String> names = new NamesHeard<>(NAMES, Stream::of);

    @Test
    void allThatAreNamedAreFoundInTheirOrder() {
        assertThat(names.in("便民采场和小抄市都关门了")).containsExactly("小超市", "便民菜场");
        assertThat(names.in("幸福小区停水")).containsExactly("幸福里小区");
        assertThat(names.in("东门")).isEmpty();
        assertThat(names.in("")).isEmpty();
    }

    /// The pairs by which names are looked up lose none that comparing with every name would find.
    @Property
    void nothingIsLostByLookingAtPairsOnly(@ForAll("scribbles") String text) {
        var heard = Syllables.of(text);

        assertThat(names.in(text))
                .isEqualTo(NAMES.stream()
                        .filter(name -> name.length() >= 3)
                        .filter(name -> heard.has(Syllables.of(name), name.length() >= 5 ? 1 : 0))
                        .toList());
    }

    @Provide
    Arbitrary<String> scribbles() {
        return Arbitraries.of("小超市 小抄 市 幸福里 幸福 小区 小曲 阳光 花园 化 二期 便民 菜 场 的".split(" "))
                .list()
                .ofMaxSize(7)
                .map(it -> String.join("", it));
    }
}
