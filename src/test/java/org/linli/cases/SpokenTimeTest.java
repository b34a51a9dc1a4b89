package org.linli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTimeTest {

    private final SpokenTime time = new SpokenTime(new CaseWords(), Sunshine.NINE);

    @ParameterizedTest(name = "at nine on the second of March, {0} is {1}, {2}")
    @CsvSource({
        "2026-03-02T03:00:00Z, 今天 11:00, 还剩2小时",
        "2026-03-02T01:15:00Z, 今天 9:15, 还剩15分钟",
        "2026-03-02T16:30:00Z, 明天 0:30, 还剩15小时",
        "2026-03-04T01:00:00Z, 后天 9:00, 还剩2天",
        "2026-03-12T01:00:00Z, 3月12日, 还剩10天",
        "2026-03-01T23:00:00Z, 今天 7:00, 已超2小时",
        "2026-02-01T01:00:00Z, 2月1日 9:00, 已超29天"
    })
    void timesAreToldAsPeopleSayThem(Instant at, String until, String left) {
        assertThat(time.until(at)).isEqualTo(until);
        assertThat(time.left(at)).isEqualTo(left);
    }
}
