package org.linli.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClausesTest {

    @Test
    void aShortMessageHasNone() {
        assertThat(Clauses.of("着火了，快来")).isEmpty();
    }

    @Test
    void aLongOneHasAtMostSixAndNotItself() {
        assertThat(Clauses.of("楼下那家的窗户，着火了！快来人吧")).containsExactly("楼下那家的窗户", "着火了", "快来人吧");
        assertThat(Clauses.of("一句很长很长很长很长很长的话没有停顿")).isEmpty();
        assertThat(Clauses.of("一，二，三，四，五，六，七，八，九，十，十一")).hasSize(6);
    }

    @Test
    void aClauseThatIsACryMakesTheWholeDangerous() {
        String words = "楼下那家的窗户，着火了！快来人吧";

        assertThat(Clauses.danger(words, 0.3, it -> it.equals("着火了") ? 0.95 : 0))
                .isEqualTo(0.95);
        assertThat(Clauses.danger(words, 0.3, it -> it.equals("着火了") ? 0.8 : 0)).isEqualTo(0.3);
        assertThat(Clauses.danger(words, 0.97, it -> 0.95)).isEqualTo(0.97);
    }
}
