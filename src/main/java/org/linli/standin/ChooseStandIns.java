package org.linli.standin;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// Sets `linli.stand-ins` where nobody set it: on in the demo. Then gives each platform that is played its port,
/// `linli.stand-in.<id>.port`, and our program an account there, unless it has accounts of its own.
///
/// The account's secrets are made up anew at each start.
public class ChooseStandIns implements EnvironmentPostProcessor, Ordered {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int WECHAT = 8090;
    private static final int WECOM = 8091;
    private static final int KF = 8092;
    private static final int CONTACT = 8093;

    private final SecureRandom random = new SecureRandom();

    /// After the demo was decided on and all settings are read.
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean wanted = environment.getProperty("linli.stand-ins", Boolean.class, isDemo(environment));
        var chosen = new LinkedHashMap<String, Object>();
        chosen.put("linli.stand-ins", wanted);
        if (wanted && isUnused(environment, "linli.channels.wechat.accounts[0].id")) {
            wechat(chosen, port(environment, WECHAT));
            chosen.put(
                    "linli.channels.wechat.site", "http://localhost:" + environment.getProperty("server.port", "8080"));
        }
        if (wanted && isUnused(environment, "linli.channels.wecom.corps[0].id")) {
            new ChooseWecom(this::made)
                    .choose(chosen, port(environment, WECOM), port(environment, KF), port(environment, CONTACT));
        }
        environment.getPropertySources().addLast(new MapPropertySource("stand-ins", chosen));
    }

    private void wechat(Map<String, Object> chosen, int port) {
        String account = "linli.channels.wechat.accounts[0].";
        chosen.put("linli.stand-in.wechat.port", port);
        chosen.put(account + "id", "demo");
        chosen.put(account + "community", "lm");
        chosen.put(account + "app-id", "wx" + made(16));
        chosen.put(account + "secret", made(32));
        chosen.put(account + "token", made(24));
        chosen.put(account + "encoding-aes-key", made(43));
        chosen.put(account + "api-base", "http://127.0.0.1:" + port);
        chosen.put("linli.channels.wechat.open-base", "http://localhost:" + port);
    }

    private static boolean isDemo(ConfigurableEnvironment environment) {
        return environment.getProperty("linli.demo", Boolean.class, false);
    }

    // environment variables spell the same name otherwise
    private static boolean isUnused(ConfigurableEnvironment environment, String property) {
        String variable = property.toUpperCase(java.util.Locale.ROOT)
                .replaceAll("[.\\[]", "_")
                .replace("]", "")
                .replace("-", "");
        return !environment.containsProperty(property) && !environment.containsProperty(variable);
    }

    private String made(int letters) {
        return random.ints(letters, 0, LETTERS.length())
                .collect(StringBuilder::new, (text, i) -> text.append(LETTERS.charAt(i)), StringBuilder::append)
                .toString();
    }

    /// The ports that people know, unless several of these programs start at once (`linli.stand-ins-anywhere`): what is
    /// free now may be another's by the time it is used.
    private static int port(ConfigurableEnvironment environment, int known) {
        return free(environment.getProperty("linli.stand-ins-anywhere", Boolean.class, false) ? 0 : known);
    }

    private static int free(int preferred) {
        try (var here = new ServerSocket(preferred, 1, InetAddress.getLoopbackAddress())) {
            return here.getLocalPort();
        } catch (IOException taken) {
            return preferred == 0 ? preferred : free(0);
        }
    }
}
