package org.linli.bench;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.linli.channels.wechat.WechatCalls;

/// A made-up town of a thousand buildings and five thousand known residents, in the format of the import.
final class Town {

    static final String ID = "town";
    static final int BUILDINGS = 1000;

    private static final int COMPOUNDS = 40;
    private static final int RESIDENTS = 5000;

    private Town() {}

    static Path write(Path folder) throws IOException {
        return Files.writeString(folder.resolve("town.yaml"), """
                community: {id: %s, name: 量测社区, street: 量测街道, case-prefix: LC}
                places:
                %s%sunits:
                  - {id: desk, kind: desk, name: 服务台, places: [%s], chat: "webchat:%s:group:desk"}
                  - {id: safety, kind: committee, name: 安全委员会, places: [%s], labels: [report.fire_hazard, report.security]}
                %sstaff:
                  - {id: lin, name: 林主任, role: admin, unit: desk, phone: 0000-6600100}
                  - {id: wu, name: 吴师傅, role: unit-worker, unit: p1}
                residents:
                %s""".formatted(
                ID,
                lines(COMPOUNDS, i -> "{id: s%d, kind: compound, name: 第%d小区}".formatted(i, i)),
                lines(BUILDINGS, Town::building),
                ID,
                ID,
                ID,
                lines(COMPOUNDS, i -> "{id: p%d, kind: property, name: 第%d小区物业, places: [s%d], chat: \"webchat:%s:group:p%d\"}"
                        .formatted(i, i, i, ID, i)),
                lines(RESIDENTS, Town::resident)));
    }

    private static String building(int i) {
        return "{id: b%d, kind: building, name: %d栋, parent: s%d, units: 2, floors: 6, doors: 2}"
                .formatted(i, i, i % COMPOUNDS + 1);
    }

    /// Every tenth caller is known.
    private static String resident(int i) {
        return "{id: r%d, name: 住户%d, home: b%d-1-%d01, verified: true, addresses: [\"wechat:%s:person:%s\"]}"
                .formatted(
                        i,
                        i,
                        i % BUILDINGS + 1,
                        i % 6 + 1,
                        WechatCalls.DEMO.account(),
                        PreparedCalls.openid(Subject.ANSWERED.ordinal(), i * 10));
    }

    private static String lines(int count, IntFunction<String> entry) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "  - " + entry.apply(i) + "\n")
                .collect(joining());
    }
}
