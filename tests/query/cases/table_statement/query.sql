TABLE products
