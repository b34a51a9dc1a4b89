package org.linli.launch;

/**
 * The first class of the program file, compiled for Java 8, so that an old Java can say what is missing instead of
 * showing a class file version.
 */
public final class Start {

    private static final int NEEDED = 25;

    private Start() {}

    public static void main(String[] args) throws Exception {
        String version = System.getProperty("java.specification.version");
        if (version.startsWith("1.") || Integer.parseInt(version) < NEEDED) {
            System.err.println("Linli needs Java " + NEEDED + " or newer, and this is Java " + version
                    + ". Start it with the java of a JDK " + NEEDED + ": /path/to/jdk-" + NEEDED
                    + "/bin/java -jar linli.jar");
            System.exit(1);
        }
        Class.forName("org.springframework.boot.loader.launch.JarLauncher")
                .getMethod("main", String[].class)
                .invoke(null, (Object) args);
    }
}
