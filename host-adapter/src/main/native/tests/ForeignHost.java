import java.io.PrintStream;
import java.util.Properties;
import java.util.TimeZone;

/** A Java program that loads native physics which uses libchiralkick: {@code java ForeignHost.java SHIM}. Its class path has no ChiralKick. */
public final class ForeignHost {
    static native int run();

    public static void main(String[] arguments) throws Exception {
        TimeZone.getDefault(); // sets a property when it is first asked for
        PrintStream out = System.out;
        Properties properties = (Properties) System.getProperties().clone();
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        System.load(arguments[0]);
        int here = run();
        int[] there = new int[1];
        Thread another = new Thread(() -> there[0] = run());
        another.start();
        another.join();
        require(here == 0 && there[0] == 0, "the native host failed");
        require(System.out == out, "System.out was changed");
        require(System.getProperties().equals(properties), "system properties were changed");
        require(Thread.currentThread().getContextClassLoader() == loader, "the context class loader was changed");
        System.out.println("java goes on");
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }
}
