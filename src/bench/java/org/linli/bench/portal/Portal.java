package org.linli.bench.portal;

import java.nio.file.Path;
import java.util.Map;
import org.linli.platform.embedded.SameDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Profile;

/// Spring MVC on Tomcat, WxJava's router, one JDBC insert a message.
///
/// The profile keeps these classes out of the service's own component scan.
@Profile(Portal.PROFILE)
@SpringBootApplication
public class Portal {

    static final String PROFILE = "portal";

    /// @param args the folder for the database, and settings for Spring
    public static void main(String[] args) throws Exception {
        var database = SameDatabase.start(Path.of(args[0]));
        var portal = new SpringApplication(Portal.class);
        portal.setWebApplicationType(WebApplicationType.SERVLET);
        portal.setAdditionalProfiles(PROFILE);
        portal.setDefaultProperties(Map.of(
                "spring.datasource.url", database.jdbc(),
                "spring.datasource.username", database.user(),
                "spring.main.banner-mode", "off",
                // its connections are kept open as long as everybody else's
                "server.tomcat.max-keep-alive-requests", "-1",
                "logging.level.root", "warn",
                "logging.level.me.chanjar.weixin", "off"));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> close(database)));
        portal.run(args);
    }

    private static void close(SameDatabase database) {
        try {
            database.close();
        } catch (Exception failed) {
            System.err.println("the database did not stop: " + failed);
        }
    }
}
